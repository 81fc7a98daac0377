# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways of breaking a FHIR bundle, for check-fhir --break."""
import copy

BASE = 'https://bodychart.github.io/fhir/'
FMA = 'http://purl.org/sig/ont/fma.owl'


def resources(bundle, kind):
    return [e['resource'] for e in bundle['entry'] if e['resource']['resourceType'] == kind]


def symptoms(bundle):
    return [o for o in resources(bundle, 'Observation') if o['code']['coding'][0]['code'] == '75325-1']


def sited(bundle):
    return [o for o in resources(bundle, 'Observation') if 'bodySite' in o]


def foreign(bundle):
    return [(o, c) for o in sited(bundle) for c in o['bodySite']['coding'] if c['system'] == FMA]


def component(bundle, code):
    return [c for o in symptoms(bundle) for c in o.get('component', []) if c['code']['coding'][0]['code'] == code]


def drawings(bundle):
    return [o for o in resources(bundle, 'Observation') if o['code']['coding'][0]['code'] == 'clinician-drawing']


def sections(bundle):
    return [s for c in resources(bundle, 'Composition') for s in c.get('section', [])]


def attesters(bundle):
    return [a for c in resources(bundle, 'Composition') for a in c.get('attester', [])]


def swap_side(bundle):
    for observation in sited(bundle):
        coding = observation['bodySite']['extension'][0]['valueCoding']
        if coding['code'] in 'LR':
            coding['code'], coding['display'] = ('R', 'Right') if coding['code'] == 'L' else ('L', 'Left')
            return
    raise IndexError


# What breaks a bundle. One that raises does not apply to it.
BREAKS = {
    'no type': lambda b: b.pop('type'),
    'another type': lambda b: b.update(type='history2'),
    'no patient': lambda b: b['entry'].pop(0),
    'a patient twice': lambda b: b['entry'].append(copy.deepcopy(b['entry'][0])),
    'an unknown resource': lambda b: b['entry'][0]['resource'].update(resourceType='Person'),
    'an unknown element': lambda b: b['entry'][0]['resource'].update(age=3),
    'an id that is not the URL': lambda b: b['entry'][1]['resource'].update(id='x'),
    'a sex of our own': lambda b: b['entry'][0]['resource'].update(gender='m'),
    'no birth date at all': lambda b: b['entry'][0]['resource'].update(birthDate=''),
    'a day that is not': lambda b: b['entry'][0]['resource'].update(birthDate='2026-02-30'),
    'an empty list': lambda b: b['entry'][0]['resource'].update(name=[]),
    'an empty object': lambda b: b['entry'][0]['resource'].update(name=[{}]),
    'blank words': lambda b: b['entry'][0]['resource'].update(name=[{'text': ' \n'}]),
    'no class': lambda b: b['entry'][1]['resource'].pop('class'),
    'no status': lambda b: resources(b, 'Observation')[0].pop('status'),
    'another status': lambda b: resources(b, 'Observation')[0].update(status='done'),
    'final, and not since when': lambda b: (resources(b, 'Observation')[0].pop('issued', 0),
                                            resources(b, 'Observation')[0].update(status='final')),
    'no code': lambda b: resources(b, 'Observation')[0].pop('code'),
    'another code': lambda b: resources(b, 'Observation')[0]['code']['coding'][0].update(code='1-8'),
    'another word': lambda b: resources(b, 'Observation')[0]['code']['coding'][0].update(display='Sign'),
    'no category': lambda b: resources(b, 'Observation')[0].pop('category'),
    'no subject': lambda b: resources(b, 'Observation')[0].pop('subject'),
    'another subject': lambda b: resources(b, 'Observation')[0]['subject'].update(reference='Patient/1'),
    'the visit as subject': lambda b: resources(b, 'Observation')[0].update(subject=resources(b, 'Observation')[0]['encounter']),
    'no performer': lambda b: resources(b, 'Observation')[0].pop('performer'),
    'two performers': lambda b: resources(b, 'Observation')[0]['performer'].append(resources(b, 'Observation')[0]['subject']),
    'no value': lambda b: resources(b, 'Observation')[0].pop('valueCodeableConcept'),
    'two values': lambda b: component(b, '72514-3')[0].update(valueString='5'),
    'no time': lambda b: (resources(b, 'Observation')[0].pop('effectiveDateTime', 0),
                          resources(b, 'Observation')[0].pop('effectivePeriod', 0)),
    'an issue without a zone': lambda b: resources(b, 'Observation')[0].update(issued='2026-05-12T10:00:00'),
    'a code of SNOMED': lambda b: resources(b, 'Observation')[0]['valueCodeableConcept']['coding'][0].update(
        system='http://snomed.info/sct', code='22253000'),
    'one code for two words': lambda b: resources(b, 'Observation')[0]['valueCodeableConcept']['coding'].append(
        {'system': BASE + 'CodeSystem/quality', 'code': 'sharp', 'display': 'dull'}) or resources(b, 'Observation')[0][
        'valueCodeableConcept']['coding'].append({'system': BASE + 'CodeSystem/quality', 'code': 'sharp', 'display': 'sharp'}),
    'no side': lambda b: sited(b)[0]['bodySite'].pop('extension'),
    'the other side': swap_side,
    'no foreign code': lambda b: (lambda o, c: o['bodySite']['coding'].remove(c))(*foreign(b)[0]),
    'another foreign code': lambda b: foreign(b)[0][1].update(code='FMA:1'),
    'a foreign code without its relation': lambda b: foreign(b)[0][1].pop('extension'),
    'another area': lambda b: sited(b)[0]['bodySite']['coding'][0].update(code='tail', display='tail'),
    'no body site': lambda b: [o for o in symptoms(b) if 'bodySite' in o][0].pop('bodySite'),
    'a component without a value': lambda b: component(b, 'site')[0].pop('valueCodeableConcept'),
    'a score of 11': lambda b: component(b, '72514-3')[0].update(valueInteger=11),
    'a score in words': lambda b: component(b, '72514-3')[0].update(valueInteger='5'),
    'two severities': lambda b: symptoms(b)[0]['component'].extend(component(b, '64750-3')[:1] * 2
                                                                   or [component(b, '64750-3')[0]]),
    'an unknown extension': lambda b: sited(b)[0]['bodySite']['extension'][0].update(url='http://example.org/side'),
    'an answer without a link': lambda b: resources(b, 'QuestionnaireResponse')[0]['item'][0].pop('linkId'),
    'a link twice': lambda b: resources(b, 'QuestionnaireResponse')[0]['item'].append(
        resources(b, 'QuestionnaireResponse')[0]['item'][0]),
    'an answer without a value': lambda b: resources(b, 'QuestionnaireResponse')[0]['item'][0]['item'][0].update(answer=[{}]),
    'a document that is cut off': lambda b: resources(b, 'DocumentReference')[0]['content'][0]['attachment'].update(
        data='JVBERi0='),
    'a document that is no base64': lambda b: resources(b, 'DocumentReference')[0]['content'][0]['attachment'].update(data='é'),
    'a record without an author': lambda b: resources(b, 'Composition')[0].pop('author'),
    'a record without a date': lambda b: resources(b, 'Composition')[0].pop('date'),
    'a record with another status': lambda b: resources(b, 'Composition')[0].update(status='done'),
    'a record that is final, and nobody signed': lambda b: (resources(b, 'Composition')[0].pop('attester', 0),
                                                             resources(b, 'Composition')[0].update(status='final')),
    'a signature of a kind of our own': lambda b: attesters(b)[0].update(mode='signed'),
    'notes that are no XHTML': lambda b: sections(b)[0]['text'].update(div='<p>a & b</p>'),
    'notes with a script': lambda b: sections(b)[0]['text'].update(
        div='<div xmlns="http://www.w3.org/1999/xhtml"><script>x</script></div>'),
    'notes without words': lambda b: sections(b)[0]['text'].update(div='<div xmlns="http://www.w3.org/1999/xhtml"/>'),
    'notes of a status of our own': lambda b: sections(b)[0]['text'].update(status='typed'),
    'a section without words': lambda b: sections(b)[0].pop('text'),
    'a drawing of nothing told': lambda b: drawings(b)[0].pop('derivedFrom'),
    'a drawing of the patient': lambda b: drawings(b)[0].update(
        performer=[{'reference': 'urn:uuid:' + resources(b, 'Patient')[0]['id']}]),
    'a drawing with another place': lambda b: drawings(b)[0]['bodySite']['coding'][0].update(code='tail'),
    'a drawing that is a symptom': lambda b: drawings(b)[0].update(category=symptoms(b)[0]['category']),
    'no document': lambda b: resources(b, 'DocumentReference')[0].pop('content'),
}
